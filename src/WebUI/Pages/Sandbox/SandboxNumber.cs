namespace WaSaas.WebUI.Pages.Sandbox;

/// <summary>Numbers of pretend people: as typed, and the next free one to suggest.</summary>
internal static class SandboxNumber
{
    private const int Shortest = 6;
    private const int Longest = 15;

    /// <summary>E.164 with plus sign, or null when it is no number.</summary>
    public static string? Read(string? typed)
    {
        var digits = string.Concat((typed ?? "").Where(char.IsAsciiDigit));
        return digits.Length is >= Shortest and <= Longest && digits[0] != '0' ? "+" + digits : null;
    }

    /// <param name="block">All digits but the last four, with plus sign.</param>
    /// <param name="taken">Numbers in use.</param>
    public static string Next(string block, IEnumerable<string> taken)
    {
        var used = taken.ToHashSet();
        return Enumerable.Range(1, 9_999).Select(n => $"{block}{n:0000}").First(number => !used.Contains(number));
    }
}
