using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using WaSaas.Application.Accounts;
using WaSaas.Application.Common;
using WaSaas.Application.WhatsApp;
using WaSaas.Infrastructure.Persistence;

namespace WaSaas.Infrastructure.Identity;

public static class IdentityServices
{
    /// <summary>Work factor of PBKDF2-HMAC-SHA512 (OWASP password storage, 2023: 210,000).</summary>
    public const int HashIterations = 210_000;

    private const string Either = "person-or-key";

    /// <summary>People, their sign-ins and API keys.</summary>
    /// <param name="services">The container.</param>
    /// <param name="cookie">How cookies of this installation are named and guarded.</param>
    public static IServiceCollection AddPeople(this IServiceCollection services, Action<CookieBuilder> cookie)
    {
        services.AddHttpContextAccessor();
        services.AddIdentityCore<AppUser>(Rules)
            .AddEntityFrameworkStores<AppDbContext>()
            .AddTokenProvider<DataProtectorTokenProvider<AppUser>>(TokenOptions.DefaultProvider);
        services.Configure<PasswordHasherOptions>(o => o.IterationCount = HashIterations);
        services.Configure<DataProtectionTokenProviderOptions>(o => o.TokenLifespan = TimeSpan.FromHours(1));
        services.AddScoped<PasswordTry>();
        services.AddScoped<IAccounts, Accounts>();
        services.AddScoped<IBrowserSession, BrowserSession>();
        services.AddScoped<SecondStep>();
        services.AddScoped<RecoveryCodes>();
        services.AddScoped<CodeTries>();
        services.AddScoped<ISecondFactor, SecondFactor>();
        services.AddSingleton<SealedNotes>();
        services.AddPasskeys();
        services.AddScoped<ICurrentUser, CurrentUser>();
        services.AddScoped<IConfirmedEmail, ConfirmedEmail>();
        services.AddSingleton<SignInCookie>();
        services.AddAuthentication(Either)
            .AddPolicyScheme(Either, null, o => o.ForwardDefaultSelector = SchemeOf)
            .AddCookie(IdentityConstants.ApplicationScheme, o => Cookie(o, cookie))
            .AddCookie(SecondStep.Scheme, o => SecondStep.Cookie(o, cookie))
            .AddScheme<AuthenticationSchemeOptions, ApiKeyAuthentication>(ApiKeyAuthentication.Name, null);
        return services;
    }

    /// <summary>Keys open the API and nothing else.</summary>
    private static string SchemeOf(HttpContext http) => http.Request.Path.StartsWithSegments("/api") && http.Request.Headers.Authorization.Count > 0
        ? ApiKeyAuthentication.Name
        : IdentityConstants.ApplicationScheme;

    /// <summary>Passwords are judged by <see cref="PasswordPolicy"/>; addresses may hold any sign that an address may hold.</summary>
    private static void Rules(IdentityOptions options)
    {
        options.User.RequireUniqueEmail = true;
        options.User.AllowedUserNameCharacters = "";
    }

    /// <summary>The domain and the origin are those of this installation, not what a Host header says.</summary>
    private static void AddPasskeys(this IServiceCollection services)
    {
        services.AddSingleton<PasskeyCeremony>();
        services.AddScoped<IPasskeyHandler<AppUser>, PasskeyHandler<AppUser>>();
        services.AddScoped<IPasskeys, Passkeys>();
        services.AddOptions<IdentityPasskeyOptions>().Configure<IPublicAddress>((options, address) =>
        {
            options.ServerDomain = address.Root.Host;
            options.UserVerificationRequirement = "required";
            options.ResidentKeyRequirement = "required";
            options.ValidateOrigin = context => ValueTask.FromResult(!context.CrossOrigin && context.Origin == address.Root.GetLeftPart(UriPartial.Authority));
        });
    }

    private static void Cookie(CookieAuthenticationOptions options, Action<CookieBuilder> cookie)
    {
        cookie(options.Cookie);
        options.EventsType = typeof(SignInCookie);
        options.LoginPath = "/sign-in";
        options.ReturnUrlParameter = "returnUrl";
        options.SlidingExpiration = true;
        options.ExpireTimeSpan = SignInRow.Idle;
    }
}
