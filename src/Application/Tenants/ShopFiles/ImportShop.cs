using Microsoft.EntityFrameworkCore;
using WaSaas.Application.Accounts;
using WaSaas.Application.Common;
using WaSaas.Domain.Common;
using WaSaas.Domain.Subscriptions;
using WaSaas.Domain.Tenants;

namespace WaSaas.Application.Tenants.ShopFiles;

/// <summary>
/// An operator brings a shop in from a file, or brings it up to date: all or nothing. A new shop is on Business without
/// end and its assistant answers, unless the file says otherwise.
/// </summary>
/// <param name="Json">The file's text.</param>
/// <param name="Folder">Where the file lies: photos are named relative to it; null when it comes from nowhere.</param>
/// <param name="OwnerEmail">Becomes an owner; a new person gets a link to choose a password.</param>
public sealed record ImportShop(string Json, string? OwnerEmail, string? Folder = null) : ICommand<Result<ImportedShop>>;

/// <param name="Id">The shop.</param>
/// <param name="Slug">Its short name in commands.</param>
/// <param name="SetPassword">For a new owner, good for an hour, once.</param>
public sealed record ImportedShop(TenantId Id, string Slug, Uri? SetPassword);

internal sealed class ImportShopHandler(
    IAppDbContext db, IAcrossTenants all, ITenantScope tenant, ShopImports imports, PlanTerms terms, TimeProvider clock)
    : ICommandHandler<ImportShop, Result<ImportedShop>>
{
    public async Task<Result<ImportedShop>> Handle(ImportShop command, CancellationToken cancellationToken)
    {
        try
        {
            var file = ShopFileReader.Read(command.Json);
            tenant.Set((await all.FindShopAsync(file.Slug, cancellationToken))?.Id ?? Id.New<TenantId>());
            var subscription = await StoreShopAsync(file, cancellationToken);
            await imports.Delivery.RunAsync(file.Delivery, cancellationToken);
            var limit = subscription.EntitlementsAt(clock.GetUtcNow(), terms).Products;
            await imports.Products.RunAsync(file.Products, command.Folder, limit, cancellationToken);
            return command.OwnerEmail is null
                ? new ImportedShop(tenant.Id, file.Slug, null)
                : await imports.Owners.AddAsync(command.OwnerEmail, file, cancellationToken);
        }
        catch (ShopFileException e)
        {
            return new Error("shop_file_invalid", e.Message, e.Path, e.Problem);
        }
    }

    private async Task<Subscription> StoreShopAsync(ShopFile file, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var shop = await db.Tenants.SingleOrDefaultAsync(ct);
        if (shop is null)
        {
            shop = Expect(Tenant.Open(tenant.Id, file.Slug, ProfileOf(file, null), now, assistantPaused: false));
            db.Tenants.Add(shop);
            db.Subscriptions.Add(Subscription.Grant(tenant.Id, Plan.Business, now));
        }
        else
        {
            Expect(shop.ChangeProfile(ProfileOf(file, shop)));
        }

        Configure(shop, file.Assistant);
        Expect(shop.ChangeSales(file.Sales(shop.Sales)));
        Expect(shop.ChangeFacts(file.Facts(shop.Facts)));
        return db.Subscriptions.Local.SingleOrDefault() ?? await db.Subscriptions.SingleAsync(ct);
    }

    private static ShopProfile ProfileOf(ShopFile file, Tenant? known)
    {
        var country = file.Country.Or(known?.Country);
        var locale = file.Locale.Or(known?.Locale) ?? (country is null ? "fr" : $"fr-{country}");
        var timeZone = file.TimeZone.Or(known?.TimeZone) ?? CountryDefaults.Of(country).TimeZone;
        return new ShopProfile(
            file.Name, Currency.Of(file.Currency), locale, timeZone, file.City.Or(known?.City), country, file.Address.Or(known?.Address));
    }

    private static void Configure(Tenant shop, AssistantLines lines)
    {
        var tone = lines.Tone.Or(shop.Assistant.Tone) ?? AssistantProfile.Default.Tone;
        Expect(shop.ChangeAssistant(shop.Assistant with { Name = lines.Name.Or(shop.Assistant.Name), Tone = tone }));
        if (lines.Paused.Value is true)
        {
            shop.PauseAssistant();
        }
        else if (lines.Paused.IsGiven)
        {
            shop.ResumeAssistant();
        }
    }

    private static Tenant Expect(Result<Tenant> opened)
    {
        Expect(new Result(opened.Error));
        return opened.Value!;
    }

    private static void Expect(Result result)
    {
        if (result.Error is { } wrong)
        {
            throw new ShopFileException(FieldOf(wrong), wrong.Message);
        }
    }

    private static string FieldOf(Error error) => error.Code switch
    {
        "unknown_time_zone" => "timeZone",
        "currency_is_fixed" => "currency",
        "assistant_name_length" => "assistant.name",
        "agreement_validity_range" => "assistant.agreementHours",
        "cool_down_range" => "assistant.coolDownDays",
        "takeover_range" => "assistant.takeoverMinutes",
        "price_step_range" => "assistant.priceStep",
        "location_range" => "location",
        "facts_length" => "returns",
        _ => "name",
    };
}

/// <summary>The parts of an import that have rows of their own.</summary>
internal sealed record ShopImports(ProductImport Products, DeliveryImport Delivery, OwnerImport Owners);
