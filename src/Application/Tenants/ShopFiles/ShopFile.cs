namespace WaSaas.Application.Tenants.ShopFiles;

/// <summary>A shop as JSON, version 1. Amounts in minor units, country ISO 3166, locale BCP 47, time zone IANA.</summary>
internal sealed record ShopFile(
    string Name,
    string Slug,
    Given<string?> City,
    Given<string?> Country,
    string Currency,
    Given<string?> Locale,
    Given<string?> TimeZone,
    Given<string?> Address,
    AssistantLines Assistant,
    IReadOnlyList<ProductLine> Products);

internal sealed record AssistantLines(Given<string?> Name, Given<string?> Tone, Given<bool?> Paused);

/// <param name="Path">Where in the file it stands.</param>
/// <param name="Sku">Made from the name when left out.</param>
internal sealed record ProductLine(
    string Path,
    string Sku,
    Given<string?> Name,
    Given<string?> Category,
    Given<string?> Description,
    Given<long?> Price,
    Given<long?> Floor,
    Given<long?> Stock);
