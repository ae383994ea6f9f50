using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WaSaas.Application.Accounts;
using WaSaas.Application.Common;
using WaSaas.Domain.Common;
using WaSaas.Infrastructure.Persistence;

namespace WaSaas.Infrastructure.Identity;

/// <summary>Asks the database at each request whether the sign-in still stands, and what the person may do now.</summary>
internal sealed class SignInCookie : CookieAuthenticationEvents
{
    public static ClaimsIdentity Identity(Guid user, string id) => new(
        [new Claim(ClaimTypes.NameIdentifier, user.ToString()), new Claim(PersonClaims.SignIn, id)],
        IdentityConstants.ApplicationScheme,
        ClaimTypes.Name,
        PersonClaims.Role);

    public static (Guid User, string? Id) Read(ClaimsPrincipal principal) =>
        Guid.TryParse(principal.FindFirstValue(ClaimTypes.NameIdentifier), out var user) ? (user, principal.FindFirstValue(PersonClaims.SignIn)) : default;

    public static DateTimeOffset? ProvenAt(ClaimsPrincipal principal) =>
        long.TryParse(principal.FindFirstValue(PersonClaims.ProvenAt), CultureInfo.InvariantCulture, out var second) ? DateTimeOffset.FromUnixTimeSeconds(second) : null;

    public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        var services = context.HttpContext.RequestServices;
        var (user, id) = Read(context.Principal!);
        var found = await StandingAsync(services, user, id, context.HttpContext.RequestAborted);
        if (found is null)
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
            return;
        }

        context.ReplacePrincipal(new ClaimsPrincipal(found));
    }

    public override Task RedirectToLogin(RedirectContext<CookieAuthenticationOptions> context) =>
        Answer(context, StatusCodes.Status401Unauthorized, base.RedirectToLogin);

    /// <summary>
    /// Signed in but not allowed: saying so is honest, a sign-in page would not help. An operator who proved only a password is
    /// led to where she can prove more, and somebody without a shop to where it says why.
    /// </summary>
    public override Task RedirectToAccessDenied(RedirectContext<CookieAuthenticationOptions> context)
    {
        if (context.Request.Path.StartsWithSegments("/ops") && context.HttpContext.User.HasClaim(PersonClaims.Role, PersonClaims.OperatorInWaiting))
        {
            context.Response.Redirect("/account/security");
            return Task.CompletedTask;
        }

        if (IsOfNoShop(context.HttpContext.User) && !IsForMachines(context.Request.Path))
        {
            context.Response.Redirect("/account/shops");
            return Task.CompletedTask;
        }

        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }

    /// <summary>She left, or the plan has no room for her.</summary>
    private static bool IsOfNoShop(ClaimsPrincipal person) => person.HasClaim(c => c.Type == PersonClaims.SignIn) && !person.HasClaim(c => c.Type is PersonClaims.Shop or PersonClaims.Role);

    private static bool IsForMachines(PathString path) => path.StartsWithSegments("/api") || path.StartsWithSegments("/live");

    private static Task Answer(
        RedirectContext<CookieAuthenticationOptions> context, int status, Func<RedirectContext<CookieAuthenticationOptions>, Task> redirect)
    {
        if (!IsForMachines(context.Request.Path))
        {
            return redirect(context);
        }

        context.Response.StatusCode = status;
        return Task.CompletedTask;
    }

    private static async Task<ClaimsIdentity?> StandingAsync(IServiceProvider services, Guid user, string? id, CancellationToken ct)
    {
        var rows = services.GetRequiredService<AppDbContext>();
        var found = await rows.UserTokens.AsNoTracking()
            .Where(t => t.UserId == user && t.LoginProvider == SignInRow.Provider && t.Name == id)
            .Join(rows.Users, t => t.UserId, u => u.Id, (t, u) => new { t.Value, u.IsOperator, u.Name })
            .SingleOrDefaultAsync(ct);
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        if (SignInRow.Read(found?.Value) is not { } row || row.IsOverAt(now, found!.IsOperator))
        {
            return null;
        }

        await SeeAsync(rows, user, id!, found.Value!, row, now, ct);
        var identity = Identity(user, id!);
        identity.AddClaim(new Claim(PersonClaims.ProvenAt, row.StartedAt.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)));
        identity.AddClaim(new Claim(ClaimTypes.Name, found.Name));
        var shops = (await services.GetRequiredService<IAcrossTenants>().MembershipsOfAsync(new UserId(user), ct)).Where(s => !s.IsStopped).ToList();
        if ((shops.Find(s => s.TenantId == row.Shop) ?? shops.FirstOrDefault()) is { } shop)
        {
            identity.AddClaim(new Claim(PersonClaims.Shop, shop.TenantId.Value.ToString()));
            identity.AddClaim(new Claim(PersonClaims.Role, shop.Role.ToString()));
        }

        if (found.IsOperator)
        {
            identity.AddClaim(new Claim(PersonClaims.Role, row.IsStrong ? PersonClaims.Operator : PersonClaims.OperatorInWaiting));
        }

        return identity;
    }

    /// <summary>Only over the row that was read: a sign-in that ended meanwhile stays ended, and a change of shop stands.</summary>
    private static async Task SeeAsync(AppDbContext rows, Guid user, string id, string value, SignInRow row, DateTimeOffset now, CancellationToken ct)
    {
        if (now - row.SeenAt >= SignInRow.SeenStep)
        {
            var seen = (row with { SeenAt = now }).Write();
            await rows.UserTokens
                .Where(t => t.UserId == user && t.LoginProvider == SignInRow.Provider && t.Name == id && t.Value == value)
                .ExecuteUpdateAsync(set => set.SetProperty(t => t.Value, seen), ct);
        }
    }
}
