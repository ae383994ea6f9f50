using System.Text.Encodings.Web;
using System.Text.Json;
using WaSaas.Application.Assistant;
using WaSaas.WebUI.Localisation;

namespace WaSaas.WebUI.Pages.Settings;

/// <summary>One call of a tool, for people: what it established, and the raw data behind a line.</summary>
public sealed record CallView(ToolTrace Call)
{
    private const int MostSentences = 4;

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public string Status => Field("status");

    /// <summary>It was refused, or could not be done.</summary>
    public bool IsRefused => Status is "error" || Status.Contains("not_", StringComparison.Ordinal) || Status is "out_of_stock" or "unknown";

    /// <summary>What it established, in the language of the talk.</summary>
    public IReadOnlyList<string> Sentences
    {
        get
        {
            try
            {
                using var result = JsonDocument.Parse(Call.Result);
                return result.RootElement.TryGetProperty("facts", out var facts)
                    ? [.. facts.EnumerateArray().Take(MostSentences).Select(fact => fact.GetProperty("sentence").GetString()!)]
                    : [];
            }
            catch (JsonException)
            {
                return [];
            }
        }
    }

    public string Title(Says say) => say.Find("Tool." + Call.Name) ?? Call.Name;

    public string Arguments => Pretty(Call.Arguments);

    public string Result => Pretty(Call.Result);

    public static string Icon(string tool) => tool switch
    {
        "search_catalogue" or "get_product" => "search",
        "propose_price" => "hand-coins",
        "quote_delivery" => "map-pin",
        "set_cart" => "shopping-cart",
        "set_customer" => "user-round",
        "recap_order" or "confirm_order" or "order_status" => "receipt-text",
        "send_product_photo" or "look_at_picture" => "image",
        "hand_off_to_human" => "hand",
        _ => "info",
    };

    private string Field(string name)
    {
        try
        {
            using var result = JsonDocument.Parse(Call.Result);
            return result.RootElement.TryGetProperty(name, out var value) ? value.ToString() : "";
        }
        catch (JsonException)
        {
            return "";
        }
    }

    private static string Pretty(string json)
    {
        try
        {
            return JsonSerializer.Serialize(JsonSerializer.Deserialize<JsonElement>(json), Indented);
        }
        catch (JsonException)
        {
            return json;
        }
    }
}
