using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using WaSaas.Domain.Common;

namespace WaSaas.Infrastructure.Identity;

/// <summary>Between password and code: a cookie of ten minutes that opens nothing but the page for the code.</summary>
internal sealed class SecondStep(UserManager<AppUser> users)
{
    public const string Scheme = "Identity.TwoFactorUserId";
    private const string StampClaim = "stamp";

    public static void Cookie(CookieAuthenticationOptions options, Action<CookieBuilder> cookie)
    {
        cookie(options.Cookie);
        options.Cookie.Name += "-step";
        options.ExpireTimeSpan = TimeSpan.FromMinutes(10);
        options.SlidingExpiration = false;
    }

    public async Task AwaitAsync(HttpContext http, UserId person)
    {
        Claim[] claims = [new(ClaimTypes.NameIdentifier, person.Value.ToString()), new(StampClaim, (await users.FindByIdAsync(person.Value.ToString()))!.SecurityStamp!)];
        await http.SignInAsync(Scheme, new ClaimsPrincipal(new ClaimsIdentity(claims, Scheme)));
    }

    public async Task<UserId?> AwaitedAsync(HttpContext http)
    {
        if ((await http.AuthenticateAsync(Scheme)).Principal is not { } principal
            || await users.FindByIdAsync(principal.FindFirstValue(ClaimTypes.NameIdentifier)!) is not { } user)
        {
            return null;
        }

        // A password that was changed meanwhile is asked for again.
        return user.SecurityStamp == principal.FindFirstValue(StampClaim) ? new UserId(user.Id) : null;
    }

    public static Task ForgetAsync(HttpContext http) => http.SignOutAsync(Scheme);
}
