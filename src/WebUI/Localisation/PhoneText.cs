namespace WaSaas.WebUI.Localisation;

/// <summary>Phone numbers in groups of two after the country code; in lists with the middle hidden.</summary>
public static class PhoneText
{
    private const char NoBreak = '\u00a0';
    private const int CountryDigits = 3;

    public static string Of(string e164, bool masked)
    {
        var digits = e164.TrimStart('+');
        if (digits.Length <= CountryDigits + 4 || !digits.All(char.IsAsciiDigit))
        {
            return e164;
        }

        var pairs = digits[CountryDigits..].Chunk(2).Select(pair => new string(pair)).ToArray();
        for (var i = 1; masked && i < pairs.Length - 1; i++)
        {
            pairs[i] = new string('•', pairs[i].Length);
        }

        return $"+{digits[..CountryDigits]}{NoBreak}{string.Join(NoBreak, pairs)}";
    }
}
