using System.Text.Json;

namespace WaSaas.Infrastructure.Stripe;

/// <summary>Reading what may be missing: Stripe adds and leaves out fields without a new version.</summary>
internal static class StripeJson
{
    public static JsonElement? Part(this JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var part) && part.ValueKind != JsonValueKind.Null ? part : null;

    public static string? Text(this JsonElement json, string name) => json.Part(name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    public static long? Number(this JsonElement json, string name) => json.Part(name) is { ValueKind: JsonValueKind.Number } number ? number.GetInt64() : null;

    public static bool Flag(this JsonElement json, string name) => json.Part(name) is { ValueKind: JsonValueKind.True };

    public static DateTimeOffset? Time(this JsonElement json, string name) =>
        json.Number(name) is { } seconds ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null;

    public static IEnumerable<JsonElement> List(this JsonElement json, string name) =>
        json.Part(name) is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray() : [];

    /// <summary>An id, whether the object behind it was expanded or not.</summary>
    public static string? IdOf(this JsonElement json, string name) => json.Part(name) switch
    {
        { ValueKind: JsonValueKind.String } id => id.GetString(),
        { ValueKind: JsonValueKind.Object } expanded => expanded.Text("id"),
        _ => null,
    };

    /// <exception cref="Application.Subscriptions.BillingException">The answer is not what was promised.</exception>
    public static string Must(this JsonElement json, string name) => json.Text(name)
        ?? throw new Application.Subscriptions.BillingException(Application.Subscriptions.BillingFailure.NoAnswer, $"answer_without_{name}");
}
