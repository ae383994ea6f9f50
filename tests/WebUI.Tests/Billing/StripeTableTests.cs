using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.RegularExpressions;
using WaSaas.WebUI.Tests.Billing.Stripe;

namespace WaSaas.WebUI.Tests.Billing;

/// <summary>The counterpart itself: strict, and in line with the published shapes where those lie beside the clone.</summary>
public sealed partial class StripeTableTests
{
    [Theory]
    [InlineData("GET /v1/nothing", "", "unknown_call")]
    [InlineData("GET /v1/invoices", "customer=cus_1&colour=red", "parameter_unknown")]
    [InlineData("GET /v1/invoices", "limit=10", "parameter_missing")]
    [InlineData("GET /v1/invoices", "customer=cus_1&limit=ten", "parameter_invalid_integer")]
    [InlineData("GET /v1/invoices", "customer=", "parameter_invalid_empty")]
    [InlineData("POST /v1/subscriptions/{id}", "cancel_at_period_end=True", "parameter_invalid_boolean")]
    [InlineData("POST /v1/subscriptions/{id}", "cancel_at=1", "parameter_invalid")]
    [InlineData("POST /v1/subscriptions/{id}", "cancel_at=", null)]
    [InlineData("POST /v1/customers", "email=a&name=b&metadata[tenant_id]=1&preferred_locales[0]=fr", null)]
    public void The_counterpart_is_strict(string call, string query, string? code)
    {
        var given = query.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(p => p.Split('=')).Select(p => KeyValuePair.Create(p[0], p[1])).ToList();

        Assert.Equal(code, StripeCheck.Of(call, given)?.Code);
    }

    /// <summary>Without the folder beside the clone the table is held against its own grammar, and says so.</summary>
    [Fact]
    public void Every_parameter_of_the_table_is_one_that_Stripe_publishes()
    {
        var names = StripeParameters.Calls.SelectMany(call => call.Value.Allowed.Keys.Select(name => (Call: call.Key, Name: name))).ToList();
        Assert.All(names, pair => Assert.Matches(@"^[a-z_]+(\[([a-z_]+|#|\*)\])*$", pair.Name));
        if (Published() is not { } file)
        {
            TestContext.Current.SendDiagnosticMessage("The published shapes are not beside this clone; only the table's own grammar was checked.");
            return;
        }

        using var published = JsonDocument.Parse(File.ReadAllText(file));
        var paths = published.RootElement.GetProperty("paths");
        Assert.Empty(names.Where(pair => !IsPublished(paths, pair.Call, pair.Name)).Select(pair => $"{pair.Call} {pair.Name}"));
        Assert.Empty(StripeParameters.Calls.Where(c => c.Value.Required.Any(r => !c.Value.Allowed.ContainsKey(Loose(r)))).Select(c => c.Key));
    }

    private static string Loose(string name) => MetadataName().Replace(Index().Replace(name, "[#]"), "metadata][*]").Replace("metadata[tenant_id]", "metadata[*]", StringComparison.Ordinal);

    private static bool IsPublished(JsonElement paths, string call, string name)
    {
        var (method, path) = (call.Split(' ')[0].ToLowerInvariant(), call.Split(' ')[1]);
        if (!paths.TryGetProperty(path, out var found) || !found.TryGetProperty(method, out var operation))
        {
            return false;
        }

        var parts = name.Replace("]", "", StringComparison.Ordinal).Split('[');
        return Schemas(operation, parts[0]).Any(schema => Leads(schema, parts[1..]));
    }

    private static IEnumerable<JsonElement> Schemas(JsonElement operation, string name)
    {
        if (operation.TryGetProperty("parameters", out var parameters))
        {
            foreach (var parameter in parameters.EnumerateArray().Where(p => p.GetProperty("name").GetString() == name))
            {
                yield return parameter.GetProperty("schema");
            }
        }

        if (operation.TryGetProperty("requestBody", out var body)
            && body.GetProperty("content").GetProperty("application/x-www-form-urlencoded").GetProperty("schema").TryGetProperty("properties", out var properties)
            && properties.TryGetProperty(name, out var property))
        {
            yield return property;
        }
    }

    private static bool Leads(JsonElement schema, string[] parts)
    {
        if (parts.Length == 0)
        {
            return true;
        }

        if (schema.TryGetProperty("anyOf", out var any) && any.EnumerateArray().Any(one => Leads(one, parts)))
        {
            return true;
        }

        return parts[0] switch
        {
            "#" => schema.TryGetProperty("items", out var items) && Leads(items, parts[1..]),
            "*" => schema.TryGetProperty("additionalProperties", out _),
            var name => (schema.TryGetProperty("properties", out var properties) && properties.TryGetProperty(name, out var property) && Leads(property, parts[1..]))
                || schema.TryGetProperty("additionalProperties", out _),
        };
    }

    private static string? Published([CallerFilePath] string here = "")
    {
        var file = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "..", "shared", "data", "stripe", "requests.openapi.json"));
        return File.Exists(file) ? file : null;
    }

    [GeneratedRegex(@"\[\d+\]")]
    private static partial Regex Index();

    [GeneratedRegex(@"metadata\]\[tenant_id\]")]
    private static partial Regex MetadataName();
}
