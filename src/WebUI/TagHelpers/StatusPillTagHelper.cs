using Microsoft.AspNetCore.Razor.TagHelpers;

namespace WaSaas.WebUI.TagHelpers;

public enum PillKind
{
    Neutral = 0,
    Ok = 1,
    Warn = 2,
    Bad = 3,
    Info = 4,
    Brand = 5,
}

/// <summary><c>&lt;status-pill kind="Ok"&gt;Confirmée&lt;/status-pill&gt;</c>: the words are the status, the colour repeats it.</summary>
[HtmlTargetElement("status-pill")]
public sealed class StatusPillTagHelper : TagHelper
{
    public PillKind Kind { get; set; }

    /// <summary>Something is going on: the dot breathes.</summary>
    public bool Live { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "span";
        output.Attributes.SetAttribute("class", $"pill{Suffix()}{(Live ? " live" : "")}");
    }

    private string Suffix() => Kind == PillKind.Neutral ? "" : " " + Kind.ToString().ToLowerInvariant();
}
