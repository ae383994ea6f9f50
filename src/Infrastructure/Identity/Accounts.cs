using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using WaSaas.Application.Accounts;
using WaSaas.Domain.Common;

namespace WaSaas.Infrastructure.Identity;

/// <summary>People over ASP.NET Core Identity's user store, in the context (and so the transaction) of the present scope.</summary>
internal sealed class Accounts(UserManager<AppUser> users, PasswordTry tries, TimeProvider clock) : IAccounts
{
    public async Task<Person?> FindAsync(string email, CancellationToken ct) => ToPerson(await users.FindByEmailAsync(email));

    public async Task<Person?> FindAsync(UserId id, CancellationToken ct) => ToPerson(await users.FindByIdAsync(id.Value.ToString()));

    public string Hash(string password) => users.PasswordHasher.HashPassword(new AppUser(), password);

    public async Task<Person> AddAsync(NewPerson person, CancellationToken ct)
    {
        var user = new AppUser
        {
            UserName = person.Email,
            Email = person.Email,
            PasswordHash = person.PasswordHash,
            Language = person.Language,
            Name = person.Name,
            IsOperator = person.IsOperator,
            LockoutEnabled = true,
            CreatedAt = clock.GetUtcNow(),
        };
        Expect(await users.CreateAsync(user));
        return ToPerson(user)!;
    }

    public async Task<Person?> CheckPasswordAsync(string email, string password, CancellationToken ct) =>
        ToPerson(await tries.CheckAsync(email, password, ct));

    public async Task<string> CreateTokenAsync(UserId id, LinkPurpose purpose, CancellationToken ct) =>
        await users.GenerateUserTokenAsync(await GetAsync(id), TokenOptions.DefaultProvider, purpose.ToString());

    public async Task<bool> IsTokenValidAsync(UserId id, LinkPurpose purpose, string token, CancellationToken ct) =>
        await users.FindByIdAsync(id.Value.ToString()) is { } user
        && await users.VerifyUserTokenAsync(user, TokenOptions.DefaultProvider, purpose.ToString(), token);

    public async Task<bool> RedeemTokenAsync(UserId id, LinkPurpose purpose, string token, CancellationToken ct)
    {
        if (!await IsTokenValidAsync(id, purpose, token, ct))
        {
            return false;
        }

        // Tokens are bound to the stamp: a new one makes all that were given out worthless.
        Expect(await users.UpdateSecurityStampAsync(await GetAsync(id)));
        return true;
    }

    public async Task<string> CreateEmailTokenAsync(UserId id, string email, CancellationToken ct) =>
        await users.GenerateUserTokenAsync(await GetAsync(id), TokenOptions.DefaultProvider, ChangeTo(email));

    public async Task<bool> IsEmailTokenValidAsync(UserId id, string email, string token, CancellationToken ct) =>
        await users.FindByIdAsync(id.Value.ToString()) is { } user
        && await users.VerifyUserTokenAsync(user, TokenOptions.DefaultProvider, ChangeTo(email), token);

    public Task ChangeEmailAsync(UserId id, string email, CancellationToken ct) => ChangeAsync(id, user =>
    {
        (user.Email, user.UserName, user.EmailConfirmed) = (email, email, true);
        user.SecurityStamp = Guid.NewGuid().ToString("N");
    });

    public Task EditAsync(UserId id, string name, string language, CancellationToken ct) =>
        ChangeAsync(id, user => (user.Name, user.Language) = (name, language));

    public Task SetPasswordAsync(UserId id, string hash, CancellationToken ct) => ChangeAsync(id, user =>
    {
        (user.PasswordHash, user.AccessFailedCount, user.LockoutEnd) = (hash, 0, null);
        user.SecurityStamp = Guid.NewGuid().ToString("N");
    });

    public Task MarkEmailConfirmedAsync(UserId id, CancellationToken ct) => ChangeAsync(id, user => user.EmailConfirmed = true);

    public Task MakeOperatorAsync(UserId id, CancellationToken ct) => ChangeAsync(id, user => user.IsOperator = true);

    public async Task<IReadOnlyList<Person>> OperatorsAsync(CancellationToken ct) =>
        [.. (await users.Users.AsNoTracking().Where(u => u.IsOperator).OrderBy(u => u.Email).ToListAsync(ct)).Select(u => ToPerson(u)!)];

    /// <summary>The address is part of what the token is for.</summary>
    private static string ChangeTo(string email) => $"ChangeEmail:{email}";

    private static Person? ToPerson(AppUser? user) =>
        user is null ? null : new Person(new UserId(user.Id), user.Email!, user.Language, user.EmailConfirmed, user.IsOperator) { Name = user.Name };

    private static void Expect(IdentityResult result)
    {
        if (!result.Succeeded)
        {
            throw new InvalidOperationException(string.Join(", ", result.Errors.Select(e => e.Code)));
        }
    }

    private async Task<AppUser> GetAsync(UserId id) =>
        await users.FindByIdAsync(id.Value.ToString()) ?? throw new InvalidOperationException($"There is no person {id.Value}.");

    private async Task ChangeAsync(UserId id, Action<AppUser> change)
    {
        var user = await GetAsync(id);
        change(user);
        Expect(await users.UpdateAsync(user));
    }
}
