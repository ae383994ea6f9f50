using WaSaas.Domain.Common;

namespace WaSaas.Application.WhatsApp;

/// <summary>Whether the person behind a request can be reached: a real number is only linked then.</summary>
public interface IConfirmedEmail
{
    /// <param name="user">The signed-in person; null for an API key, which counts as the owner of the shop in scope.</param>
    /// <param name="ct">Ends the question.</param>
    Task<bool> IsConfirmedAsync(UserId? user, CancellationToken ct);
}
