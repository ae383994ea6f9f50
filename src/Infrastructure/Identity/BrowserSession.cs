using System.Security.Claims;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using WaSaas.Application.Accounts;
using WaSaas.Application.Common;
using WaSaas.Domain.Common;
using WaSaas.Infrastructure.Persistence;

namespace WaSaas.Infrastructure.Identity;

/// <summary>Rows of sign-ins and the cookie that names one. The cookie holds the person and the row's id, nothing to trust.</summary>
internal sealed class BrowserSession(IHttpContextAccessor http, AppDbContext db, IUnitOfWork unitOfWork, TimeProvider clock) : IBrowserSession
{
    private HttpContext Http => http.HttpContext ?? throw new InvalidOperationException("There is no browser here.");

    public async Task StartAsync(Person person, TenantId? shop, CancellationToken ct)
    {
        var (id, now) = (Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32)), clock.GetUtcNow());
        await EndAsync(ct);
        await unitOfWork.RunAsync(
            async token =>
            {
                await ForgetOldAsync(person.Id, now, token);
                db.UserTokens.Add(new IdentityUserToken<Guid>
                {
                    UserId = person.Id.Value,
                    LoginProvider = SignInRow.Provider,
                    Name = id,
                    Value = new SignInRow(now, shop).Write(),
                });
                return true;
            },
            _ => true,
            ct);
        var idle = person.IsOperator ? SignInRow.IdleOfOperators : SignInRow.Idle;
        await Http.SignInAsync(
            IdentityConstants.ApplicationScheme,
            new ClaimsPrincipal(SignInCookie.Identity(person.Id.Value, id)),
            new AuthenticationProperties { IsPersistent = true, AllowRefresh = true, IssuedUtc = now, ExpiresUtc = now + idle });
    }

    public async Task EndAsync(CancellationToken ct)
    {
        var (user, id) = SignInCookie.Read(Http.User);
        if (id is not null)
        {
            await unitOfWork.RunAsync(token => Rows(user).Where(t => t.Name == id).ExecuteDeleteAsync(token), _ => true, ct);
        }

        await Http.SignOutAsync(IdentityConstants.ApplicationScheme);
    }

    public async Task MoveToAsync(TenantId shop, CancellationToken ct)
    {
        var (user, id) = SignInCookie.Read(Http.User);
        var row = await Rows(user).SingleAsync(t => t.Name == id, ct);
        row.Value = (SignInRow.Read(row.Value)! with { Shop = shop }).Write();
    }

    public Task EndAllAsync(UserId user, CancellationToken ct) => Rows(user.Value).ExecuteDeleteAsync(ct);

    /// <summary>Rows whose cookie nobody brought back.</summary>
    private async Task ForgetOldAsync(UserId user, DateTimeOffset now, CancellationToken ct)
    {
        var rows = await Rows(user.Value).ToListAsync(ct);
        db.UserTokens.RemoveRange(rows.Where(r => SignInRow.Read(r.Value)?.IsOverAt(now, isOperator: false) != false));
    }

    private IQueryable<IdentityUserToken<Guid>> Rows(Guid user) =>
        db.UserTokens.Where(t => t.UserId == user && t.LoginProvider == SignInRow.Provider);
}
