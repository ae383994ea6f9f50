using Microsoft.AspNetCore.Localization;
using WaSaas.WebUI.Security;

namespace WaSaas.WebUI.Localisation;

/// <summary>The language that a visitor chose. Written by a form only, see <c>/language</c>.</summary>
public sealed class LanguageCookie(IHostEnvironment environment)
{
    public string Name { get; } = CookieRules.NameOf("lang", environment);

    public void Write(HttpContext http, string language)
    {
        var options = CookieRules.Options(environment);
        options.MaxAge = TimeSpan.FromDays(365);
        options.IsEssential = true;
        http.Response.Cookies.Append(Name, Languages.Of(language), options);
    }

    internal RequestCultureProvider AsProvider() => new CustomRequestCultureProvider(http => Task.FromResult(
        http.Request.Cookies[Name] is { } chosen && Languages.All.Contains(chosen) ? new ProviderCultureResult(chosen) : null));
}
