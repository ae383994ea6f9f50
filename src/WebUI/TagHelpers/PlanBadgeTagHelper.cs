using Microsoft.AspNetCore.Razor.TagHelpers;
using WaSaas.Domain.Subscriptions;

namespace WaSaas.WebUI.TagHelpers;

/// <summary><c>&lt;plan-badge plan="Plan.Pro" /&gt;</c>. Plan names are names: not translated.</summary>
[HtmlTargetElement("plan-badge", TagStructure = TagStructure.WithoutEndTag)]
public sealed class PlanBadgeTagHelper : TagHelper
{
    public Plan Plan { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", Plan == Plan.Starter ? "plan" : "plan " + Plan.ToString().ToLowerInvariant());
        output.Content.SetContent(Plan.ToString());
    }
}
