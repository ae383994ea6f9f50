namespace WaSaas.WebUI.Security;

/// <summary>One rule for every cookie: host-bound and secure in Production, plain on a developer's loopback address.</summary>
public static class CookieRules
{
    public static string NameOf(string name, IHostEnvironment environment) => environment.IsProduction() ? "__Host-" + name : name;

    public static CookieOptions Options(IHostEnvironment environment) => new()
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Lax,
        Secure = environment.IsProduction(),
        Path = "/",
    };

    public static void Apply(CookieBuilder cookie, string name, IHostEnvironment environment)
    {
        cookie.Name = NameOf(name, environment);
        cookie.HttpOnly = true;
        cookie.SameSite = SameSiteMode.Lax;
        cookie.SecurePolicy = environment.IsProduction() ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
        cookie.Path = "/";
        cookie.IsEssential = true;
    }
}
