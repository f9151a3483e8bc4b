// Everything here only adds to pages that work without it.
import "./focus-first.js";
import "./password-toggle.js";
import "./submit-guard.js";
import "./character-count.js";
import "./confirm-leave.js";
import "./idle-warning.js";
import "./read-aloud.js";

document.documentElement.dataset.script = "on";
