using WaSaas.Domain.Common;

namespace WaSaas.Application.Speech;

/// <summary>
/// A reply as a voice should read it: amounts, times and phone numbers in words, nothing that only an eye understands.
/// Speech engines spell "FCFA" and read "90 12 34 56" as millions; what comes out of here has no digit left.
/// </summary>
public static class SpokenText
{
    /// <param name="text">As it would be written.</param>
    /// <param name="language">fr or en.</param>
    /// <param name="currency">The shop's: "F" alone is its franc.</param>
    public static string Of(string text, string language, Currency currency)
    {
        SpokenLanguage spoken = language == "en" ? new SpokenEnglish() : new SpokenFrench();
        var plain = SpokenSigns.WithoutMarks(text);
        plain = SpokenDates.Say(plain, spoken);
        plain = SpokenPhones.Say(plain, spoken);
        plain = SpokenAmounts.Say(plain, spoken, currency);
        plain = SpokenMeasures.Say(plain, spoken);
        plain = SpokenNumbers.Say(plain, spoken);
        plain = spoken.WriteOut(plain);
        return SpokenSigns.Tidy(plain, spoken);
    }
}
