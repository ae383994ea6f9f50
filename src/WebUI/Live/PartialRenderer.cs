using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using ActionContext = Microsoft.AspNetCore.Mvc.ActionContext;

namespace WaSaas.WebUI.Live;

/// <summary>Draws a Razor partial outside of a page, with the forms' tokens of the person in <see cref="HttpContext"/>.</summary>
public sealed class PartialRenderer(IRazorViewEngine engine)
{
    public async Task<string> RenderAsync(HttpContext http, string view, object model)
    {
        var found = engine.GetView(executingFilePath: null, view, isMainPage: false);
        found.EnsureSuccessful(originalLocations: null);
        var action = new ActionContext(http, new RouteData(), new ActionDescriptor());
        var data = new ViewDataDictionary(new EmptyModelMetadataProvider(), new ModelStateDictionary()) { Model = model };
        await using var text = new StringWriter();
        await found.View!.RenderAsync(new ViewContext(action, found.View, data, new TempDataDictionary(http, NoTempData.Instance), text, new HtmlHelperOptions()));
        return text.ToString();
    }

    /// <summary>
    /// A context for one drawing: the person, cookies and address of the stream's request, services of its own. The
    /// response is thrown away.
    /// </summary>
    public static HttpContext ContextFor(HttpContext stream, IServiceProvider services)
    {
        var http = new DefaultHttpContext { RequestServices = services, User = stream.User };
        (http.Request.Scheme, http.Request.Host, http.Request.PathBase) = (stream.Request.Scheme, stream.Request.Host, stream.Request.PathBase);
        (http.Request.Method, http.Request.Path) = (HttpMethods.Get, "/");
        http.Request.Headers.Cookie = stream.Request.Headers.Cookie;
        http.SetEndpoint(stream.GetEndpoint());
        return http;
    }

    private sealed class NoTempData : ITempDataProvider
    {
        public static readonly NoTempData Instance = new();

        public IDictionary<string, object> LoadTempData(HttpContext context) => new Dictionary<string, object>();

        public void SaveTempData(HttpContext context, IDictionary<string, object> values)
        {
        }
    }
}
