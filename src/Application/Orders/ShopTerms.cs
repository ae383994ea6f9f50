using Microsoft.EntityFrameworkCore;
using WaSaas.Application.Common;
using WaSaas.Domain.Delivery;
using WaSaas.Domain.Orders;
using WaSaas.Domain.Tenants;

namespace WaSaas.Application.Orders;

/// <summary>What the shop brings to a recap, from its profile.</summary>
internal static class ShopTerms
{
    public static async Task<RecapTerms> RecapTermsAsync(this IAppDbContext db, PaymentMethod method, CancellationToken ct)
    {
        var shop = await db.Tenants.SingleAsync(ct);
        return new RecapTerms(shop.Currency, method, shop.Sales.CashStep ?? 1, CalendarOf(shop));
    }

    /// <summary>Without hours every weekday is one of delivery.</summary>
    public static DeliveryCalendar CalendarOf(Tenant shop) => new(
        shop.TimeZone,
        shop.Facts.Hours is { Count: > 0 } hours ? [.. Enum.GetValues<DayOfWeek>().Where(day => !hours.ContainsKey(day))] : [],
        [.. shop.Facts.ClosedDays]);
}
