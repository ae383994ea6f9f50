using WaSaas.Domain.Common;

namespace WaSaas.WebUI.Localisation;

/// <summary>Phone numbers in groups of two after the country code; in lists with the middle hidden.</summary>
public static class PhoneText
{
    private const char NoBreak = '\u00a0';

    public static string Of(string e164, bool masked)
    {
        var digits = e164.TrimStart('+');
        if (digits.Length < 8 || !digits.All(char.IsAsciiDigit))
        {
            return e164;
        }

        var code = PhoneNumbers.CodeOf(digits);
        var pairs = PhoneNumbers.Pairs(digits[code.Length..]).ToList();
        for (var i = 1; masked && i < pairs.Count - 1; i++)
        {
            pairs[i] = new string('•', pairs[i].Length);
        }

        return $"+{code}{NoBreak}{string.Join(NoBreak, pairs)}";
    }
}
