using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using WaSaas.Infrastructure.Persistence;

namespace WaSaas.Infrastructure.Identity;

/// <summary>Ten codes on paper, each a row of user tokens whose name is the code's hash: using one is deleting its row.</summary>
internal sealed class RecoveryCodes(AppDbContext db)
{
    public const int Count = 10;
    private const string Provider = "recovery-code";

    // No sign that is mistaken for another on paper; 16 of them are 79 bits, too many to try even with the hashes in hand.
    private const string Signs = "abcdefghjkmnpqrstuvwxyz23456789";
    private const int Groups = 4;
    private const int GroupLength = 4;

    public Task<int> LeftAsync(Guid user, CancellationToken ct) => Rows(user).CountAsync(ct);

    public async Task<IReadOnlyList<string>> RenewAsync(Guid user, CancellationToken ct)
    {
        await Rows(user).ExecuteDeleteAsync(ct);
        var codes = Enumerable.Range(0, Count).Select(_ => NewCode()).ToList();
        db.UserTokens.AddRange(codes.Select(code => new IdentityUserToken<Guid> { UserId = user, LoginProvider = Provider, Name = HashOf(user, code) }));
        return codes;
    }

    public async Task<bool> UseAsync(Guid user, string code, CancellationToken ct)
    {
        var hash = HashOf(user, code);
        return await Rows(user).Where(t => t.Name == hash).ExecuteDeleteAsync(ct) == 1;
    }

    private static string NewCode() => string.Join('-', Enumerable.Range(0, Groups).Select(_ => new string(RandomNumberGenerator.GetItems<char>(Signs, GroupLength))));

    /// <summary>However it was typed from the paper.</summary>
    private static string HashOf(Guid user, string code)
    {
        var plain = string.Concat(code.Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant();
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{user:N} {plain}")));
    }

    private IQueryable<IdentityUserToken<Guid>> Rows(Guid user) => db.UserTokens.Where(t => t.UserId == user && t.LoginProvider == Provider);
}
