using WaSaas.Domain.Tenants;

namespace WaSaas.Application.Tenants.ShopFiles;

/// <summary>How the shop sells: the figures under <c>assistant</c>, and the cash step. Null is the product's default.</summary>
internal static class SalesReader
{
    private static readonly SalesRules Default = new();

    /// <param name="shop">The file.</param>
    /// <param name="assistant">Its part on the assistant; null when left out.</param>
    public static Func<SalesRules, SalesRules> Read(JsonFields shop, JsonFields? assistant)
    {
        var cash = shop.Positive("cashStep");
        var haggling = assistant is null ? rules => rules : Haggling(assistant);
        var manner = assistant is null ? rules => rules : Manner(assistant);
        return known => manner(haggling(known with { CashStep = cash.Or(known.CashStep) }));
    }

    private static Func<SalesRules, SalesRules> Haggling(JsonFields fields)
    {
        var (style, step) = (fields.Word("style", FileWords.Styles), fields.Positive("priceStep"));
        var (hours, days) = (fields.Count("agreementHours"), fields.Count("coolDownDays"));
        return known => known with
        {
            Style = style.Or(known.Style) ?? Default.Style,
            PriceStep = step.Or(known.PriceStep),
            AgreementHours = hours.Or(known.AgreementHours) ?? Default.AgreementHours,
            CoolDownDays = days.Or(known.CoolDownDays) ?? Default.CoolDownDays,
        };
    }

    private static Func<SalesRules, SalesRules> Manner(JsonFields fields)
    {
        var (cart, minutes, voice) = (fields.Flag("haggleCart"), fields.Count("takeoverMinutes"), fields.Flag("voiceReplies"));
        return known => known with
        {
            HaggleCart = cart.Or(known.HaggleCart) ?? Default.HaggleCart,
            TakeoverMinutes = minutes.Or(known.TakeoverMinutes) ?? Default.TakeoverMinutes,
            VoiceReplies = voice.Or(known.VoiceReplies),
        };
    }
}
