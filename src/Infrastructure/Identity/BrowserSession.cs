using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using WaSaas.Application.Accounts;
using WaSaas.Application.Common;
using WaSaas.Domain.Common;
using WaSaas.Infrastructure.Persistence;

namespace WaSaas.Infrastructure.Identity;

/// <summary>Rows of sign-ins and the cookie that names one. The cookie holds the person and the row's id, nothing to trust.</summary>
internal sealed partial class BrowserSession(
    IHttpContextAccessor http, AppDbContext db, SecondStep secondStep, IUnitOfWork unitOfWork, TimeProvider clock, ILogger<BrowserSession> log)
    : IBrowserSession
{
    private HttpContext Http => http.HttpContext ?? throw new InvalidOperationException("There is no browser here.");

    public bool IsFresh => SignInCookie.ProvenAt(Http.User) is { } at && clock.GetUtcNow() - at <= SignInRow.Fresh;

    public async Task StartAsync(Person person, TenantId? shop, SignInMeans means, CancellationToken ct)
    {
        var (id, now) = (Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32)), clock.GetUtcNow());
        var row = new SignInRow(now, shop, now, means, DeviceName.Of(Http.Request.Headers.UserAgent));
        await unitOfWork.RunAsync(
            async token =>
            {
                await EndPresentAsync(token);
                await ForgetOldAsync(person.Id, now, token);
                db.UserTokens.Add(new IdentityUserToken<Guid>
                {
                    UserId = person.Id.Value,
                    LoginProvider = SignInRow.Provider,
                    Name = id,
                    Value = row.Write(),
                });
                return true;
            },
            _ => true,
            ct);
        SignedIn(person.Id.Value, means);
        await SecondStep.ForgetAsync(Http);
        var idle = person.IsOperator ? SignInRow.IdleOfOperators : SignInRow.Idle;
        await Http.SignInAsync(
            IdentityConstants.ApplicationScheme,
            new ClaimsPrincipal(SignInCookie.Identity(person.Id.Value, id)),
            new AuthenticationProperties { IsPersistent = true, AllowRefresh = true, IssuedUtc = now, ExpiresUtc = now + idle });
    }

    public Task AwaitSecondStepAsync(UserId person, CancellationToken ct) => secondStep.AwaitAsync(Http, person);

    public Task<UserId?> AwaitedAsync(CancellationToken ct) => secondStep.AwaitedAsync(Http);

    public async Task EndAsync(CancellationToken ct)
    {
        await unitOfWork.RunAsync(EndPresentAsync, _ => true, ct);
        await Http.SignOutAsync(IdentityConstants.ApplicationScheme);
    }

    public async Task MoveToAsync(TenantId shop, CancellationToken ct)
    {
        var (user, id) = SignInCookie.Read(Http.User);
        var row = await Rows(user).SingleAsync(t => t.Name == id, ct);
        row.Value = (SignInRow.Read(row.Value)! with { Shop = shop }).Write();
    }

    public async Task<IReadOnlyList<SignInPlace>> PlacesAsync(UserId user, CancellationToken ct)
    {
        var present = SignInCookie.Read(Http.User).Id;
        return [.. (await Rows(user.Value).AsNoTracking().ToListAsync(ct))
            .Select(t => (t.Name, Row: SignInRow.Read(t.Value)))
            .Where(p => p.Row is not null)
            .Select(p => new SignInPlace(PlaceOf(p.Name), p.Row!.Device, p.Row.Means, p.Row.StartedAt, p.Row.SeenAt, p.Name == present))
            .OrderByDescending(p => p.IsPresent)
            .ThenByDescending(p => p.SeenAt)];
    }

    public async Task<bool> EndPlaceAsync(UserId user, string place, CancellationToken ct)
    {
        var found = (await Rows(user.Value).ToListAsync(ct)).Find(t => PlaceOf(t.Name) == place);
        if (found is not null)
        {
            db.UserTokens.Remove(found);
        }

        return found is not null;
    }

    public Task EndOthersAsync(UserId user, CancellationToken ct)
    {
        var present = SignInCookie.Read(Http.User).Id;
        return Rows(user.Value).Where(t => t.Name != present).ExecuteDeleteAsync(ct);
    }

    public Task EndAllAsync(UserId user, CancellationToken ct) => Rows(user.Value).ExecuteDeleteAsync(ct);

    /// <summary>What the cookie names stays between the cookie and the table.</summary>
    private static string PlaceOf(string id) => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(id)))[..16];

    private Task<int> EndPresentAsync(CancellationToken ct)
    {
        var (user, id) = SignInCookie.Read(Http.User);
        return Rows(user).Where(t => t.Name == id).ExecuteDeleteAsync(ct);
    }

    /// <summary>Rows whose cookie nobody brought back.</summary>
    private async Task ForgetOldAsync(UserId user, DateTimeOffset now, CancellationToken ct)
    {
        var rows = await Rows(user.Value).ToListAsync(ct);
        db.UserTokens.RemoveRange(rows.Where(r => SignInRow.Read(r.Value)?.IsOverAt(now, isOperator: false) != false));
    }

    private IQueryable<IdentityUserToken<Guid>> Rows(Guid user) =>
        db.UserTokens.Where(t => t.UserId == user && t.LoginProvider == SignInRow.Provider);

    [LoggerMessage(Level = LogLevel.Information, Message = "Person {Person} signed in ({Means})")]
    private partial void SignedIn(Guid person, SignInMeans means);
}
