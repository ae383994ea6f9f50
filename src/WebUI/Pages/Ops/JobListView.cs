using WaSaas.Application.Jobs;
using WaSaas.Domain.Jobs;
using WaSaas.WebUI.TagHelpers;

namespace WaSaas.WebUI.Pages.Ops;

/// <param name="Name">parked, open or done: names the part of the page and its words.</param>
/// <param name="Rows">The jobs.</param>
public sealed record JobListView(string Name, IReadOnlyList<JobRow> Rows)
{
    public static PillKind Kind(JobStatus status) => status switch
    {
        JobStatus.Running => PillKind.Info,
        JobStatus.Done => PillKind.Ok,
        JobStatus.Parked => PillKind.Bad,
        _ => PillKind.Neutral,
    };
}
