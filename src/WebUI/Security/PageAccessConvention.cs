using System.Reflection;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.AspNetCore.Mvc.Razor.Compilation;

namespace WaSaas.WebUI.Security;

/// <summary>
/// Gives each page the access class that stands on its page model. Pages are compiled lazily, so an attribute alone would
/// not be seen by whoever walks the routes; as route metadata it is.
/// </summary>
internal sealed class PageAccessConvention(ApplicationPartManager parts) : IPageRouteModelConvention
{
    private readonly Dictionary<string, Type> _pages = PagesOf(parts);

    public void Apply(PageRouteModel model)
    {
        var access = _pages.TryGetValue(model.RelativePath, out var page)
            ? ModelOf(page)?.GetCustomAttribute<AccessAttribute>()?.Access
            : null;
        if (access is null)
        {
            throw new InvalidOperationException($"The page {model.RelativePath} has no [Access] on its page model.");
        }

        foreach (var metadata in model.Selectors.Select(selector => selector.EndpointMetadata))
        {
            AccessRules.MetadataOf(access.Value).ToList().ForEach(metadata.Add);
        }
    }

    private static Dictionary<string, Type> PagesOf(ApplicationPartManager parts)
    {
        var views = new ViewsFeature();
        parts.PopulateFeature(views);
        return views.ViewDescriptors
            .Where(view => view.Type is not null)
            .ToDictionary(view => view.RelativePath, view => view.Type!, StringComparer.OrdinalIgnoreCase);
    }

    private static Type? ModelOf(Type page) => page.GetProperty("Model", BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)?.PropertyType;
}
