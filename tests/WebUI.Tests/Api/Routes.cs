using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;
using WaSaas.WebUI.Security;
using WaSaas.WebUI.Tests.Ui.Support;

namespace WaSaas.WebUI.Tests.Api;

/// <summary>A route as the host has it, and how to call it with a given id wherever an id can stand.</summary>
public sealed record Route(RouteEndpoint Endpoint, Access Access)
{
    public string Pattern => Endpoint.RoutePattern.RawText ?? "";

    public bool IsFile => Endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is not null;

    public bool IsPage => Endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not null;

    public bool TakesId => Endpoint.RoutePattern.Parameters.Count > 0;

    public static IReadOnlyList<Route> All(UiHost host) =>
        [.. host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Select(e => new Route(e, Assert.Single(e.Metadata.GetOrderedMetadata<AccessAttribute>().Select(a => a.Access).Distinct())))];

    public string PathWith(Guid id) => "/" + string.Join('/', Endpoint.RoutePattern.PathSegments.Select(s => string.Concat(s.Parts.Select(p => p switch
    {
        RoutePatternLiteralPart literal => literal.Content,
        RoutePatternSeparatorPart separator => separator.Content,
        RoutePatternParameterPart { Name: "code" } => "404",
        _ => id.ToString(),
    }))));

    /// <summary>Every form that the page takes: its address and its fields, ids being the given one.</summary>
    public async Task<IReadOnlyList<(string Url, Dictionary<string, string> Fields, bool NamesThing)>> FormsAsync(UiHost host, Guid id)
    {
        var page = await host.Services.GetRequiredService<PageLoader>()
            .LoadAsync(Endpoint.Metadata.GetMetadata<PageActionDescriptor>()!, EndpointMetadataCollection.Empty);
        return [.. page.HandlerMethods.Where(h => h.HttpMethod == "Post").Select(handler =>
        {
            var inputs = handler.Parameters.Select(p => (p.Name, Type: p.ParameterType))
                .Concat(page.BoundProperties.Select(p => (p.Name, Type: p.ParameterType)))
                .Where(p => p.Type != typeof(CancellationToken))
                .ToList();
            var fields = inputs.SelectMany(p => Fields(p.Name, p.Type, id)).DistinctBy(f => f.Key).ToDictionary();
            var names = TakesId || inputs.Any(p => IsId(p.Type) && p.Name is not "key");
            return (PathWith(id) + (handler.Name is null ? "" : $"?handler={handler.Name}"), fields, names);
        })];
    }

    private static IEnumerable<KeyValuePair<string, string>> Fields(string name, Type type, Guid id)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        if (plain.IsClass && plain != typeof(string))
        {
            return plain.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.CanWrite).SelectMany(p => Fields($"{name}.{p.Name}", p.PropertyType, id));
        }

        return [new(name, plain == typeof(Guid) ? id.ToString() : plain == typeof(bool) ? "true" : "1")];
    }

    private static bool IsId(Type type) => (Nullable.GetUnderlyingType(type) ?? type) == typeof(Guid);
}
