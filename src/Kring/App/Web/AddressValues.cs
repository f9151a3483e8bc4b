using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.Extensions.Primitives;

namespace Kring.App.Web;

/// <summary>
/// An address with a value that is not of its kind (<c>?voor=abc</c> where a number belongs) leads to what is not there: 404. Blazor would call it a fault, and write the
/// value in the log. What a page reads from its query it says itself, with <see cref="SupplyParameterFromQueryAttribute"/>.
/// </summary>
internal sealed class AddressValues(RequestDelegate next)
{
    private static readonly ConcurrentDictionary<Type, IReadOnlyList<(string Name, Func<string, bool> Fits)>> Asked = new();

    public Task InvokeAsync(HttpContext context)
    {
        var query = context.Request.Query;
        if (query.Count == 0 || context.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>()?.Type is not { } page || Asked.GetOrAdd(page, Read).All(a => Fit(query[a.Name], a.Fits)))
            return next(context);
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }

    // NUL is no text: PostgreSQL refuses it.
    private static bool Fit(StringValues values, Func<string, bool> fits) => values.All(v => v is null || (!v.Contains('\0', StringComparison.Ordinal) && fits(v)));

    private static (string, Func<string, bool>)[] Read(Type page) =>
        [.. from property in page.GetProperties()
            let asked = property.GetCustomAttribute<SupplyParameterFromQueryAttribute>()
            where asked is not null
            select (asked.Name ?? property.Name, Kind(property.PropertyType))];

    // As Blazor reads them.
    private static Func<string, bool> Kind(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } plain)
        {
            var fits = Kind(plain);
            return value => value.Length == 0 || fits(value);
        }

        return type switch
        {
            _ when type == typeof(string) => _ => true,
            _ when type == typeof(bool) => value => bool.TryParse(value, out _),
            _ when type == typeof(int) => value => int.TryParse(value, NumberStyles.Integer, CultureInfo.InvariantCulture, out _),
            _ when type == typeof(long) => value => long.TryParse(value, NumberStyles.Integer, CultureInfo.InvariantCulture, out _),
            _ when type == typeof(Guid) => value => Guid.TryParse(value, out _),
            _ => throw new NotSupportedException($"A query of {type} is not read by {nameof(AddressValues)} yet."),
        };
    }
}
