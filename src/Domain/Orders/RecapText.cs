using WaSaas.Domain.Common;
using WaSaas.Domain.Delivery;

namespace WaSaas.Domain.Orders;

/// <summary>A recap as the customer reads it: facts only, each from the stored recap. The question comes from the speaker.</summary>
public static class RecapText
{
    public static string Text(Recap recap, string language, Func<Money, string> amount)
    {
        var words = CardWords.In(language);
        return string.Join('\n', Lines(recap, language, words, minor => amount(new Money(minor, recap.Currency))).Where(line => line.Length > 0));
    }

    private static IEnumerable<string> Lines(Recap recap, string language, CardWords words, Func<long, string> amount)
    {
        foreach (var line in recap.Lines)
        {
            yield return CardWords.Pieces(line) + words.Colon + amount(line.Amount);
        }

        yield return $"{words.Delivery} {CardWords.OneLine(recap.Place.Zone)}{words.Colon}{(recap.Fee == 0 ? words.Free : amount(recap.Fee))}";
        yield return words.Total + words.Colon + amount(recap.Total);
        yield return recap.ToPay.Say(language, amount);
        yield return recap.Method == PaymentMethod.Cash ? words.PayCash : words.PayMobile;
        yield return Recipient(recap, words);
        yield return recap.Place.Landmark is { } landmark ? words.Landmark + words.Colon + CardWords.OneLine(landmark) : "";

        // The usual day beside another one that she wishes would contradict it.
        yield return recap.Recipient.When is { } when ? words.Wish(when) : EtaSentence.In(language, recap.Eta);
    }

    private static string Recipient(Recap recap, CardWords words) =>
        $"{words.For}{words.Colon}{CardWords.OneLine(recap.Recipient.Name)}, {PhoneNumbers.Grouped(CardWords.OneLine(recap.Recipient.Phone))}";
}
