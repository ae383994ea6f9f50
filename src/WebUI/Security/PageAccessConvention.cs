using System.Reflection;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.AspNetCore.Mvc.Razor.Compilation;

namespace WaSaas.WebUI.Security;

/// <summary>
/// Turns the access class that stands on each page model into the rule that authorization reads. The attribute itself
/// becomes metadata of the route by the framework.
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

        foreach (var selector in model.Selectors)
        {
            selector.EndpointMetadata.Add(AccessRules.RuleOf(access.Value));
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
