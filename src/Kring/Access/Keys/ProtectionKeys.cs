using System.Text;
using System.Xml.Linq;
using Kring.Data;
using Kring.Platform;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;

namespace Kring.Access.Keys;

/// <summary>Keeps ASP.NET Core's data-protection keys in the database, for all nodes, sealed with the program's own key.</summary>
internal sealed class ProtectionKeys(IDbContextFactory<AppDb> databases, Keyring keys) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var db = databases.CreateDbContext();
        return [.. db.Set<ProtectionKey>().AsNoTracking().AsEnumerable().Select(k => XElement.Parse(Encoding.UTF8.GetString(keys.ProgramKey.OpenBytes(Place(k.Name), k.Xml))))];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var db = databases.CreateDbContext();
        var xml = Encoding.UTF8.GetBytes(element.ToString(SaveOptions.DisableFormatting));
        db.Add(new ProtectionKey { Name = friendlyName, Xml = keys.ProgramKey.SealBytes(Place(friendlyName), xml) });
        db.SaveChanges();
    }

    private static string Place(string name) => $"protection_keys|{name}|xml";
}
