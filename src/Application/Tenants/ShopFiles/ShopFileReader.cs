using System.Globalization;
using System.Text.Json;
using WaSaas.Domain.Common;
using WaSaas.Domain.Tenants;

namespace WaSaas.Application.Tenants.ShopFiles;

internal static class ShopFileReader
{
    public const int MaxProducts = 10_000;
    private const int MaxDepth = 16;

    /// <exception cref="ShopFileException">Something is wrong with the file.</exception>
    public static ShopFile Read(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json.TrimStart('\ufeff'), new JsonDocumentOptions { MaxDepth = MaxDepth });
            return Shop(new JsonFields(document.RootElement, ""));
        }
        catch (JsonException e)
        {
            throw new ShopFileException("file", string.Create(CultureInfo.InvariantCulture, $"is not valid JSON (line {e.LineNumber + 1}, column {e.BytePositionInLine + 1})."));
        }
    }

    private static ShopFile Shop(JsonFields fields)
    {
        if (fields.Whole("version") is { IsGiven: true, Value: not 1 })
        {
            throw fields.Refuse("version", "must be 1.");
        }

        var name = Needed(fields, "name", Tenant.MaxNameLength);
        var assistant = fields.Object("assistant");
        var sales = SalesReader.Read(fields, assistant);
        var slug = fields.Text("slug", ShopSlugs.MaxLength).Value ?? ShopSlugs.Of(name);
        var file = new ShopFile(
            name,
            ShopSlugs.IsValid(slug) ? slug : throw fields.Refuse("slug", "holds a to z, 0 to 9 and hyphens only."),
            fields.Text("city", 80),
            Checked(fields, "country", 2, IsCountry, "must be an ISO 3166 code of two capital letters."),
            Currency(fields),
            Checked(fields, "locale", 20, IsLocale, "must be a BCP 47 tag, for example fr-TG."),
            fields.Text("timeZone", 60),
            fields.Text("address", 200),
            Assistant(assistant),
            sales,
            FactsReader.Read(fields),
            DeliveryReader.Read(fields),
            Products(fields));
        fields.RefuseTheRest();
        return file;
    }

    private static AssistantLines Assistant(JsonFields? fields)
    {
        if (fields is null)
        {
            return new AssistantLines(default, default, default);
        }

        var lines = new AssistantLines(
            fields.Text("name", AssistantProfile.MaxNameLength),
            Checked(fields, "tone", 20, tone => tone is "warm" or "neutral" or "brief", "must be warm, neutral or brief."),
            fields.Flag("paused"));
        fields.RefuseTheRest();
        return lines;
    }

    private static List<ProductLine> Products(JsonFields fields)
    {
        var rows = fields.List("products") ?? throw fields.Refuse("products", "is missing.");
        if (rows.Count > MaxProducts)
        {
            throw fields.Refuse("products", string.Create(CultureInfo.InvariantCulture, $"holds at most {MaxProducts} products."));
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        return [.. rows.Select(row => ProductReader.Read(row, seen))];
    }

    private static string Currency(JsonFields fields)
    {
        var code = Needed(fields, "currency", 3);
        return Domain.Common.Currency.TryParse(code, out _) ? code : throw fields.Refuse("currency", "must be an ISO 4217 code, for example XOF.");
    }

    private static string Needed(JsonFields fields, string name, int max) =>
        fields.Text(name, max).Value ?? throw fields.Refuse(name, "is missing.");

    private static Given<string?> Checked(JsonFields fields, string name, int max, Func<string, bool> isRight, string otherwise)
    {
        var text = fields.Text(name, max);
        return text.Value is null || isRight(text.Value) ? text : throw fields.Refuse(name, otherwise);
    }

    private static bool IsCountry(string code) => code.Length == 2 && code.All(char.IsAsciiLetterUpper);

    private static bool IsLocale(string tag)
    {
        try
        {
            return CultureInfo.GetCultureInfo(tag, predefinedOnly: true).Name.Length > 0;
        }
        catch (CultureNotFoundException)
        {
            return false;
        }
    }
}
