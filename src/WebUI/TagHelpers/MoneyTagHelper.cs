using Microsoft.AspNetCore.Razor.TagHelpers;
using WaSaas.Application.Common;
using WaSaas.Domain.Common;
using WaSaas.WebUI.Localisation;

namespace WaSaas.WebUI.TagHelpers;

/// <summary><c>&lt;money value="Price" /&gt;</c>: 32 500 F, never broken over two lines.</summary>
[HtmlTargetElement("money", TagStructure = TagStructure.WithoutEndTag)]
public sealed class MoneyTagHelper : TagHelper
{
    public Money Value { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "num");
        output.Content.SetContent(MoneyText.Of(Value, Languages.Current));
    }
}
