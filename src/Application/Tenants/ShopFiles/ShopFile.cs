using WaSaas.Domain.Catalogue;
using WaSaas.Domain.Delivery;
using WaSaas.Domain.Tenants;

namespace WaSaas.Application.Tenants.ShopFiles;

/// <summary>
/// A shop as JSON, version 1. Amounts in minor units, country ISO 3166, locale BCP 47, time zone IANA. What has many
/// fields is kept as the change that it makes to what is stored.
/// </summary>
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
    Func<SalesRules, SalesRules> Sales,
    Func<ShopFacts, ShopFacts> Facts,
    DeliveryLines Delivery,
    IReadOnlyList<ProductLine> Products);

internal sealed record AssistantLines(Given<string?> Name, Given<string?> Tone, Given<bool?> Paused);

/// <param name="Terms">Null: the file says nothing of the shop's rules.</param>
/// <param name="Zones">In the vendor's order.</param>
internal sealed record DeliveryLines(Func<DeliveryTerms, DeliveryTerms>? Terms, IReadOnlyList<ZoneLine> Zones);

/// <param name="Path">Where in the file it stands.</param>
/// <param name="Code">Made from the name when left out.</param>
/// <param name="Details">The zone, out of the one that is stored.</param>
internal sealed record ZoneLine(string Path, string Code, Func<ZoneDetails?, ZoneDetails> Details);

/// <param name="Path">Where in the file it stands.</param>
/// <param name="Sku">Made from the name when left out.</param>
/// <param name="Details">The product, out of the one that is stored.</param>
/// <param name="Photos">Files beside the shop file, or names of the shop's file store.</param>
internal sealed record ProductLine(
    string Path, string Sku, Func<ProductDetails?, ProductDetails> Details, Given<IReadOnlyList<string>?> Photos);
