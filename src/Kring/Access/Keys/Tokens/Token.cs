using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using Kring.Platform;
using Net.Pkcs11Interop.Common;
using Net.Pkcs11Interop.HighLevelAPI;
using ISession = Net.Pkcs11Interop.HighLevelAPI.ISession;

namespace Kring.Access.Keys.Tokens;

/// <summary>
/// A PKCS#11 token and the sessions that are open on it. When it went away and came back, the module is loaded anew and logged in to again; a PIN that was refused is not tried a second time,
/// since tokens lock themselves.
/// </summary>
internal sealed class Token(MasterKeyOptions options, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan BetweenTries = TimeSpan.FromSeconds(1);
    private readonly ReaderWriterLockSlim _connection = new();
    private readonly ConcurrentBag<ISession> _idle = [];
    private IPkcs11Library? _library;
    private ISlot? _slot;
    private int _connected;
    private DateTimeOffset _lastTry;
    private string? _pinRefused;

    // The library asks for a name that only machines for developing have.
    static Token() => NativeLibrary.SetDllImportResolver(typeof(Pkcs11InteropFactories).Assembly,
        (name, _, _) => name == "libdl" && NativeLibrary.TryLoad("libdl.so.2", out var handle) ? handle : IntPtr.Zero);

    /// <summary>Works in a session of its own. What the token refuses is tried once more on a fresh connection.</summary>
    /// <exception cref="MasterKeyAwayException">The token does not answer.</exception>
    internal T With<T>(Func<ISession, T> work)
    {
        if (_connected == 0)
            Connect(0);
        var seen = _connected;
        try
        {
            return Once(work);
        }
        catch (Exception broken) when (broken is Pkcs11Exception or MasterKeyMismatchException or MasterKeyAwayException)
        {
            // A key that is not found may be one that the module forgot with its token.
            if (!Connect(seen))
                throw Told(broken);
        }

        try
        {
            return Once(work);
        }
        catch (Exception broken) when (broken is Pkcs11Exception)
        {
            throw Told(broken);
        }
    }

    public void Dispose()
    {
        Close();
        _connection.Dispose();
    }

    private T Once<T>(Func<ISession, T> work)
    {
        _connection.EnterReadLock();
        try
        {
            if (_slot is null)
                throw new MasterKeyAwayException($"The token {options.Token} does not answer.");
            if (!_idle.TryTake(out var session))
                session = _slot.OpenSession(SessionType.ReadWrite);
            var result = work(session);
            _idle.Add(session); // one that failed is not used again: the module ends it
            return result;
        }
        finally
        {
            _connection.ExitReadLock();
        }
    }

    /// <returns>False when that was tried a moment ago.</returns>
    private bool Connect(int seen)
    {
        _connection.EnterWriteLock();
        try
        {
            if (_connected != seen)
                return true; // somebody else did
            var now = time.GetUtcNow();
            if ((now - _lastTry).Duration() < BetweenTries)
                return false;
            _lastTry = now;
            Close();
            Open();
            _connected++;
            return true;
        }
        finally
        {
            _connection.ExitWriteLock();
        }
    }

    private void Open()
    {
        if (_pinRefused is not null)
            throw new MasterKeyAwayException(_pinRefused);
        try
        {
            var factories = new Pkcs11InteropFactories();
            _library = factories.Pkcs11LibraryFactory.LoadPkcs11Library(factories, options.Library, AppType.MultiThreaded);
            _slot = _library.GetSlotList(SlotsType.WithTokenPresent).Find(s => s.GetTokenInfo().Label.Trim() == options.Token)
                ?? throw new MasterKeyAwayException($"The token {options.Token} is not there. Put it in, or say with Kring:MasterKey:Token which it is.");
            var session = _slot.OpenSession(SessionType.ReadWrite);
            session.Login(CKU.CKU_USER, options.ReadPin());
            _idle.Add(session);
        }
        catch (Pkcs11Exception refused) when (refused.RV is CKR.CKR_PIN_INCORRECT or CKR.CKR_PIN_INVALID or CKR.CKR_PIN_LEN_RANGE or CKR.CKR_PIN_LOCKED or CKR.CKR_PIN_EXPIRED)
        {
            Close();
            _pinRefused = $"The token {options.Token} refuses the PIN ({refused.RV}). It is not tried again before the next start, since a token locks itself. Look at Kring:MasterKey:Pin or Kring:MasterKey:PinFile.";
            throw new MasterKeyAwayException(_pinRefused);
        }
        catch (Pkcs11Exception refused) when (refused.RV == CKR.CKR_USER_ALREADY_LOGGED_IN)
        {
        }
        catch (Exception fault) when (fault is Pkcs11Exception or UnmanagedException or DllNotFoundException or BadImageFormatException)
        {
            Close();
            throw new MasterKeyAwayException($"The PKCS#11 module {options.Library} cannot be used: {(fault is Pkcs11Exception { RV: var code } ? code.ToString() : "it is missing, or is no module for this machine")}. Look at Kring:MasterKey:Library.", fault);
        }
        catch (StartRefusedException refused)
        {
            Close();
            throw new MasterKeyAwayException(refused.Message, refused);
        }
        catch
        {
            Close();
            throw;
        }
    }

    private void Close()
    {
        _idle.Clear();
        _slot = null;
        try
        {
            _library?.Dispose();
        }
        catch (Pkcs11Exception)
        {
            // A module whose token is gone need not be able to say goodbye.
        }

        _library = null;
    }

    private Exception Told(Exception broken)
        => broken is Pkcs11Exception refused ? new MasterKeyAwayException($"The token {options.Token} does not answer ({refused.RV}).", refused) : broken;
}
