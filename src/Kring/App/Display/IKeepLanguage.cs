namespace Kring.App.Display;

/// <summary>Keeps the language somebody chose with their account, so that it holds for notices and on every device. For a visitor it does nothing: they have the cookie.</summary>
internal interface IKeepLanguage
{
    Task Keep(DisplayLanguage language, CancellationToken cancel);
}
