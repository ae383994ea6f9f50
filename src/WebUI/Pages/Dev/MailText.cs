using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace WaSaas.WebUI.Pages.Dev;

/// <summary>A plain text whose links can be clicked; everything is encoded.</summary>
public static partial class MailText
{
    public static IHtmlContent WithLinks(string body)
    {
        var html = new HtmlContentBuilder();
        var from = 0;
        foreach (Match link in Link().Matches(body))
        {
            html.Append(body[from..link.Index]).AppendHtml(Anchor(link.Value));
            from = link.Index + link.Length;
        }

        return html.Append(body[from..]);
    }

    private static TagBuilder Anchor(string address)
    {
        var anchor = new TagBuilder("a") { Attributes = { ["href"] = address } };
        anchor.InnerHtml.Append(address);
        return anchor;
    }

    /// <summary>Without the full stop that ends the sentence.</summary>
    [GeneratedRegex(@"https?://\S*[\w/=]")]
    private static partial Regex Link();
}
