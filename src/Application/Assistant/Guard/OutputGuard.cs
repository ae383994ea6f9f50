namespace WaSaas.Application.Assistant.Guard;

/// <summary>
/// Checks a model's draft against what the tools of this turn returned. Anything that no tool stands behind is a
/// violation; each comes with a short advice that the model can act on.
/// </summary>
internal sealed class OutputGuard
{
    public const int MaxLength = 600;

    private readonly TurnSession _session;
    private readonly Ledger _ledger;

    public OutputGuard(TurnSession session) => (_session, _ledger) = (session, new Ledger(session));

    public IReadOnlyList<Violation> Check(string draft)
    {
        var plain = Figures.Plain(draft);
        var contacts = new ContactCheck(_ledger);
        var bare = contacts.Without(PersonalDetails.Without(plain, _session));
        return
        [
            .. new AmountCheck(_ledger).Check(bare)
                .Concat(new TimeCheck(_ledger).Check(bare))
                .Concat(contacts.Check(plain))
                .Concat(new PromiseCheck(_ledger).Check(plain))
                .Concat(new ProductCheck(_ledger).Check(plain))
                .Concat(PromptLeak.Check(plain, _ledger))
                .Concat(Injection.Check(plain, _session))
                .Concat(SpokenTongue.Check(draft, _session.Language))
                .Concat(draft.Length > MaxLength ? [new Violation("length", $"it is longer than {MaxLength} characters")] : [])
                .DistinctBy(violation => violation.Code),
        ];
    }
}
