using System.Collections.Concurrent;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace WaSaas.Infrastructure.Identity;

/// <summary>
/// The server's part of a passkey ceremony waits in a sealed cookie, so that strangers who begin ceremonies cost no memory.
/// What succeeded is remembered as long as the cookie would be good: a copy of both cookie and answer opens nothing.
/// </summary>
internal sealed class PasskeyCeremony(SealedNotes notes, IOptionsMonitor<CookieAuthenticationOptions> cookies, TimeProvider clock)
{
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<string, DateTimeOffset> _spent = new();

    public void Keep(HttpContext http, string kind, string state)
    {
        var (name, options) = Cookie(http);
        options.MaxAge = Life;
        http.Response.Cookies.Append(name, notes.Seal(Purpose(kind), state, Life), options);
    }

    public string? Kept(HttpContext http, string kind) => notes.Open(Purpose(kind), http.Request.Cookies[Cookie(http).Name]);

    /// <summary>False when this ceremony had its success already.</summary>
    public bool Spend(string state)
    {
        var now = clock.GetUtcNow();
        foreach (var (old, _) in _spent.Where(s => s.Value < now))
        {
            _spent.TryRemove(old, out var _);
        }

        return _spent.TryAdd(state, now + Life);
    }

    private static string Purpose(string kind) => $"passkey:{kind}";

    private (string Name, CookieOptions Options) Cookie(HttpContext http)
    {
        var cookie = cookies.Get(IdentityConstants.ApplicationScheme).Cookie;
        return ($"{cookie.Name}-passkey", cookie.Build(http));
    }
}
