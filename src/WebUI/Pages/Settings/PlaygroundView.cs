using WaSaas.Application.Conversations;
using WaSaas.Domain.Common;
using WaSaas.Domain.Conversations;

namespace WaSaas.WebUI.Pages.Settings;

/// <summary>The simulated talk on the left, and how its answers came about on the right.</summary>
public sealed record PlaygroundView(string Zone, Currency Currency)
{
    /// <summary>Name of the outside model, when the installation has one.</summary>
    public string? Model { get; init; }

    public IReadOnlyList<(string Name, string Centre)> Centres { get; init; } = [];

    public IReadOnlyList<PresetCustomer> Presets { get; init; } = [];

    /// <summary>The simulation's time; null before the first message.</summary>
    public DateTimeOffset? Clock { get; init; }

    public ConversationThread? Thread { get; init; }

    public DeskState? Desk { get; init; }

    public IReadOnlyList<TurnView> Turns { get; init; } = [];

    /// <summary>The turn that is explained, from 1; 0 = none.</summary>
    public int Shown { get; init; }

    public IReadOnlyList<RulerView> Rulers { get; init; } = [];

    /// <summary>A refusal of the last wish, as a sentence.</summary>
    public string? Refused { get; init; }

    public TurnView? ShownTurn => Shown > 0 ? Turns[Shown - 1] : null;

    public Money Price(long minor) => new(minor, Currency);

    /// <summary>Number of the turn that ends with this message; null when it does not end one.</summary>
    public int? EndedBy(ThreadMessage message)
    {
        var last = Thread!.Messages.LastOrDefault(m => m.TurnId is not null && m.TurnId == message.TurnId);
        var number = message.TurnId is { } id && last == message ? Turns.ToList().FindIndex(turn => turn.Id == id) + 1 : 0;
        return number > 0 ? number : null;
    }

    /// <summary>The first line of a preset customer that was not said yet; from the start again when all were.</summary>
    public string? PresetLine(string name)
    {
        var said = Thread?.Messages.Where(m => m.Author == MessageAuthor.Customer).Select(m => m.Text).ToHashSet() ?? [];
        return Presets.FirstOrDefault(preset => preset.Name == name) is { } customer ? customer.Lines.FirstOrDefault(line => !said.Contains(line)) ?? customer.Lines[0] : null;
    }
}
