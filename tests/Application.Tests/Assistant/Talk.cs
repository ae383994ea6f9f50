using Microsoft.Extensions.DependencyInjection;
using WaSaas.Application.Assistant;
using WaSaas.Application.Common;
using WaSaas.Application.Tests.Catalogue;
using WaSaas.Domain.Conversations;
using WaSaas.Domain.Tenants;

namespace WaSaas.Application.Tests.Assistants;

/// <summary>A customer talks with a shop's assistant; what was said is remembered between her messages.</summary>
public sealed class Talk(CatalogueShop shop)
{
    private readonly List<TurnMessage> _history = [];
    private string? _language;

    public bool FirstAnswer { get; set; }

    public bool ModelAllowed { get; set; } = true;

    public string? CustomerName { get; set; }

    /// <summary>The same turn always words things alike.</summary>
    public TurnId TurnId { get; set; } = new(new Guid("0198f000-0000-7000-8000-000000000001"));

    public AssistantAnswer Last { get; private set; } = null!;

    public Task<string> SayAsync(params string[] burst) =>
        HearAsync([.. burst.Select(text => new TurnMessage(MessageAuthor.Customer, MessageKind.Text, text))]);

    public async Task<string> HearAsync(params TurnMessage[] burst)
    {
        Last = await shop.InScopeAsync(shop.Id, async services =>
        {
            var tenant = services.GetRequiredService<IAppDbContext>().Tenants.Single();
            return await services.GetRequiredService<IAssistant>().AnswerAsync(TurnOf(tenant, burst), CancellationToken.None);
        });
        _history.AddRange(burst);
        _history.AddRange(Last.Texts.Select(text => new TurnMessage(MessageAuthor.Assistant, MessageKind.Text, text)));
        _language = Last.Language;
        FirstAnswer = false;
        return string.Join('\n', Last.Texts);
    }

    private TurnContext TurnOf(Tenant tenant, TurnMessage[] burst) => new(
        tenant, TurnId, burst, [.. _history.TakeLast(12)], CustomerName, _language, FirstAnswer, ModelAllowed, CatalogueShop.Noon);
}
