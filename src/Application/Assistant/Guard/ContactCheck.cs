using System.Text.RegularExpressions;
using WaSaas.Application.Assistant.Language;

namespace WaSaas.Application.Assistant.Guard;

/// <summary>Phone numbers and addresses of the net: where money and customers are led away.</summary>
internal sealed partial class ContactCheck(Ledger ledger)
{
    /// <summary>With or without the country's code it is the same number.</summary>
    private const int Significant = 8;

    private static readonly Violation Phone = new("phone", "it gives a phone number that the shop did not give");
    private static readonly Violation Link = new("link", "it holds a link or an address of the net");

    private readonly HashSet<string> _shops = [.. ledger.Texts.SelectMany(Phones.In).Select(Key)];

    private readonly HashSet<string> _hers =
        [.. ledger.Session.CustomerWords.Append(ledger.Session.Turn.Desk.Customer.Phone ?? "").SelectMany(Phones.In).Select(Key)];

    public IEnumerable<Violation> Check(string plain)
    {
        if (DraftText.Sentences(plain).Any(sentence => Written(sentence).Any(match => !IsKnown(match.Value, sentence))))
        {
            yield return Phone;
        }

        if (Links().IsMatch(plain))
        {
            yield return Link;
        }
    }

    /// <summary>The draft without the numbers that may be in it: they are no amounts.</summary>
    public string Without(string plain) =>
        LongNumber().Replace(plain, match => Phones.In(match.Value).Count > 0 && IsKnown(match.Value, plain) ? " " : match.Value);

    private static IEnumerable<Match> Written(string sentence) => LongNumber().Matches(sentence).Where(match => Phones.In(match.Value).Count > 0 || match.Value.StartsWith('+'));

    private bool IsKnown(string written, string sentence) => Key(written) is var key && (_shops.Contains(key) || (_hers.Contains(key) && Yours().IsMatch(sentence)));

    private static string Key(string written)
    {
        var digits = new string([.. written.Where(char.IsAsciiDigit)]);
        return digits.Length > Significant ? digits[^Significant..] : digits;
    }

    [GeneratedRegex(@"\+?\d(?:[ .\-/()]{0,2}\d){7,16}")]
    private static partial Regex LongNumber();

    [GeneratedRegex(@"\b(?:votre|vous|your|you)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Yours();

    [GeneratedRegex(
        @"https?:|\bwww\b|wa\.me|\S@\S|(?<!\S)@\w{3,}|\b[a-z0-9-]{2,}(?:\.|\s?[([](?:\.|dot|point)[)\]]\s?)(?:com|net|org|info|biz|fr|ci|tg|bj|sn|ml|bf|cm|gn|ne|cd|ma|io|me|app|shop|store|link|ly|co|xyz|site|online|africa|gg|to)\b"
        + @"|\b[a-z0-9-]{2,}\s(?:point|dot)\s(?:com|net|org|fr|ci|tg|bj|sn)\b",
        RegexOptions.IgnoreCase)]
    private static partial Regex Links();
}
