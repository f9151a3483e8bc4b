// A trusted device signs in without a code: a key that cannot leave this browser signs the server's challenge.
// Without this script, or without a key, a code is asked.
const algorithm = { name: "ECDSA", namedCurve: "P-256", hash: "SHA-256" };
const mostKeys = 8;

const done = request => new Promise((resolve, reject) => {
  request.onsuccess = () => resolve(request.result);
  request.onerror = () => reject(request.error);
});

const open = () => {
  const request = indexedDB.open("kring-device", 1);
  request.onupgradeneeded = () => request.result.createObjectStore("keys", { autoIncrement: true });
  return done(request);
};

const keys = async mode => (await open()).transaction("keys", mode).objectStore("keys");

const base64 = buffer => btoa(String.fromCharCode(...new Uint8Array(buffer)));

const make = async () => {
  const pair = await crypto.subtle.generateKey(algorithm, false, ["sign"]);
  const store = await keys("readwrite");
  const known = await done(store.getAllKeys());
  // Keys whose code was never accepted stay behind: the oldest make room.
  for (const old of known.slice(0, Math.max(0, known.length - mostKeys + 1))) store.delete(old);
  await done(store.add(pair.privateKey));
  return base64(await crypto.subtle.exportKey("spki", pair.publicKey));
};

const sign = async challenge => {
  const text = new TextEncoder().encode("kring trusted device\n" + challenge);
  const privateKeys = (await done((await keys("readonly")).getAll())).reverse();
  return (await Promise.all(privateKeys.map(key => crypto.subtle.sign(algorithm, key, text)))).map(base64).join(".");
};

const proof = document.querySelector("[data-device-proof]");
if (proof) {
  const form = proof.querySelector("form");
  try {
    form.elements.namedItem("handtekening").value = await sign(proof.dataset.deviceProof);
  } catch {
    // No key, or none that may be used: the server asks for a code.
  }
  form.requestSubmit();
}

const remember = document.querySelector("[data-device-remember]");
if (remember && globalThis.crypto?.subtle && globalThis.indexedDB) {
  const form = remember.querySelector("form");
  const key = form.elements.namedItem("sleutel");
  remember.querySelector("[data-remember]").hidden = false;
  remember.querySelector("[data-remember-why]").hidden = true;
  form.addEventListener("submit", async event => {
    if (!form.elements.namedItem("onthoud").checked || key.value) return;
    event.preventDefault();
    try {
      key.value = await make();
    } catch {
      key.value = "-";
    }
    form.requestSubmit();
  });
}
