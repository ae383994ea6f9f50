using System.Buffers.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Logging;
using WaSaas.Application.Accounts;
using WaSaas.Application.Common;
using WaSaas.Domain.Common;

namespace WaSaas.Infrastructure.Identity;

/// <summary>Passkeys over the handler of ASP.NET Core Identity, which checks challenge, origin, signature and counter.</summary>
internal sealed partial class Passkeys(
    IPasskeyHandler<AppUser> handler, UserManager<AppUser> users, PasskeyCeremony ceremony, IUnitOfWork unitOfWork, IHttpContextAccessor http, ILogger<Passkeys> log)
    : IPasskeys
{
    private const string Adding = "add";
    private const string Checking = "check";

    private HttpContext Http => http.HttpContext ?? throw new InvalidOperationException("There is no browser here.");

    public async Task<IReadOnlyList<PasskeyRow>> OfAsync(UserId user, CancellationToken ct) => [.. (await users.GetPasskeysAsync(await GetAsync(user)))
        .OrderBy(p => p.CreatedAt)
        .Select(p => new PasskeyRow(Base64Url.EncodeToString(p.CredentialId), p.Name ?? "", p.CreatedAt, p.IsBackedUp))];

    public async Task<string> BeginAddAsync(Person person, CancellationToken ct)
    {
        var entity = new PasskeyUserEntity { Id = person.Id.Value.ToString(), Name = person.Email, DisplayName = person.Email };
        var made = await handler.MakeCreationOptionsAsync(entity, Http);
        ceremony.Keep(Http, Adding, made.AttestationState ?? "");
        return made.CreationOptionsJson;
    }

    public async Task<bool> AddAsync(UserId user, string? credential, string name, CancellationToken ct)
    {
        if (string.IsNullOrEmpty(credential) || ceremony.Kept(Http, Adding) is not { } state)
        {
            return false;
        }

        var result = await handler.PerformAttestationAsync(new() { HttpContext = Http, CredentialJson = credential, AttestationState = state });
        if (!result.Succeeded || result.UserEntity.Id != user.Value.ToString())
        {
            Refused(Adding, result.Failure?.Message ?? "begun by somebody else");
            return false;
        }

        result.Passkey.Name = name.Length > 0 ? name : DeviceName.Of(Http.Request.Headers.UserAgent);
        return (await users.AddOrUpdatePasskeyAsync(await GetAsync(user), result.Passkey)).Succeeded;
    }

    public async Task<string> BeginCheckAsync(UserId? user, CancellationToken ct)
    {
        var made = await handler.MakeRequestOptionsAsync(user is { } id ? await users.FindByIdAsync(id.Value.ToString()) : null, Http);
        ceremony.Keep(Http, Checking, made.AssertionState ?? "");
        return made.RequestOptionsJson;
    }

    public async Task<UserId?> CheckAsync(string? credential, CancellationToken ct)
    {
        if (string.IsNullOrEmpty(credential) || ceremony.Kept(Http, Checking) is not { } state)
        {
            return null;
        }

        var result = await handler.PerformAssertionAsync(new() { HttpContext = Http, CredentialJson = credential, AssertionState = state });
        if (!result.Succeeded || !ceremony.Spend(state))
        {
            Refused(Checking, result.Failure?.Message ?? "used already");
            return null;
        }

        // The counter of the authenticator, which tells a copy from the original.
        var user = new UserId(result.User.Id);
        await unitOfWork.RunAsync(async _ => await users.AddOrUpdatePasskeyAsync(await GetAsync(user), result.Passkey), r => r.Succeeded, ct);
        return user;
    }

    public async Task<bool> RemoveAsync(UserId user, string id, CancellationToken ct)
    {
        var person = await GetAsync(user);
        if ((await users.GetPasskeysAsync(person)).FirstOrDefault(p => Base64Url.EncodeToString(p.CredentialId) == id) is not { } passkey)
        {
            return false;
        }

        return (await users.RemovePasskeyAsync(person, passkey.CredentialId)).Succeeded;
    }

    private async Task<AppUser> GetAsync(UserId id) =>
        await users.FindByIdAsync(id.Value.ToString()) ?? throw new InvalidOperationException($"There is no person {id.Value}.");

    [LoggerMessage(Level = LogLevel.Warning, Message = "A passkey was refused ({Step}): {Reason}")]
    private partial void Refused(string step, string reason);
}
