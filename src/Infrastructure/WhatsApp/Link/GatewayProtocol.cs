using System.Text.Json;
using WaSaas.Domain.WhatsApp;

namespace WaSaas.Infrastructure.WhatsApp.Link;

/// <summary>The words of Gateway/README.md.</summary>
internal static class GatewayProtocol
{
    public const int Version = 1;
    public const int MaxLineBytes = 1024 * 1024;

    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull,
    };

    public static readonly object Nothing = new { };
}

/// <summary>What the gateway asks or tells about one session.</summary>
internal sealed record GatewayFrame(string Type, SessionId Session, long Epoch, JsonElement Body)
{
    public static GatewayFrame Read(JsonElement frame) => new(
        frame.GetProperty("type").GetString()!,
        new SessionId(frame.GetProperty("session").GetGuid()),
        frame.GetProperty("epoch").GetInt64(),
        frame.TryGetProperty("body", out var body) ? body : default);
}

/// <summary>Everything that arrives over a link after the greeting.</summary>
internal interface IGatewayHandler
{
    /// <returns>The body of the reply.</returns>
    /// <exception cref="GatewayRefusal">Is sent as an error.</exception>
    Task<object> AnswerAsync(GatewayFrame request);

    /// <summary>Called in order for one session; acknowledged when it returns.</summary>
    Task HandleAsync(GatewayFrame happened);
}

/// <summary>A refusal as it travels over the link, in either direction.</summary>
internal sealed class GatewayRefusal(string code, string message, bool retryable = false) : Exception(message)
{
    /// <summary>The connection was gone before anything was sent.</summary>
    public const string LinkDown = "link_down";

    /// <summary>The connection or the patience ended after sending: nobody knows what became of it.</summary>
    public const string NoReply = "no_reply";

    public string Code => code;

    public bool Retryable => retryable;

    /// <summary>Another owner has taken the session since.</summary>
    public const string Stale = "stale_owner";

    public static GatewayRefusal StaleOwner() => new(Stale, "A newer owner holds this session.");
}
