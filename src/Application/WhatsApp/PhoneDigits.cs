namespace WaSaas.Application.WhatsApp;

/// <summary>A phone number as people write it, reduced to E.164 digits without plus sign.</summary>
internal static class PhoneDigits
{
    private const int Longest = 15;
    private const int Shortest = 7;

    // Without a sign that a country code follows, a short number is a national one.
    private const int ShortestWithoutPrefix = 10;

    public static bool TryParse(string? text, out string digits)
    {
        digits = "";
        var compact = string.Concat((text ?? "").Where(c => !char.IsWhiteSpace(c) && c is not ('.' or '-' or '(' or ')' or '/')));
        var prefix = compact.StartsWith('+') ? 1 : compact.StartsWith("00", StringComparison.Ordinal) ? 2 : 0;
        var rest = compact[prefix..];
        var shortest = prefix == 0 ? ShortestWithoutPrefix : Shortest;
        if (rest.Length < shortest || rest.Length > Longest || rest[0] == '0' || !rest.All(char.IsAsciiDigit))
        {
            return false;
        }

        digits = rest;
        return true;
    }
}
