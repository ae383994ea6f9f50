using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;
using WaSaas.WebUI.Localisation;

namespace WaSaas.WebUI.TagHelpers;

/// <summary><c>&lt;time-ago at="…" zone="Africa/Lome" /&gt;</c>; with <c>clock</c> always the time of day.</summary>
[HtmlTargetElement("time-ago", TagStructure = TagStructure.WithoutEndTag)]
public sealed class TimeAgoTagHelper(Says says, TimeProvider time) : TagHelper
{
    public DateTimeOffset At { get; set; }

    public string Zone { get; set; } = "Etc/UTC";

    public bool Clock { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "time";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("datetime", At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        output.Content.SetContent(Clock ? Moments.Clock(At, Zone) : Moments.InList(At, time.GetUtcNow(), Zone, says));
    }
}
