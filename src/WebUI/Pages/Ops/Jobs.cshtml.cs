using MediatR;
using Microsoft.AspNetCore.Mvc;
using WaSaas.Application.Jobs;
using WaSaas.Domain.Common;
using WaSaas.Domain.Jobs;
using WaSaas.WebUI.Security;

namespace WaSaas.WebUI.Pages.Ops;

/// <summary>For those who run the installation: what happens in the background, and a hand in it.</summary>
[Access(Access.Operator)]
public sealed class JobsModel(IMediator mediator) : AppPage
{
    public JobBoard Board { get; private set; } = null!;

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public override async Task LoadAsync(CancellationToken ct) => Board = await mediator.Send(new GetJobs(), ct);

    public async Task<IActionResult> OnPostRetryAsync(Guid job, CancellationToken ct) =>
        await DoneAsync(await mediator.Send(new RetryJob(new JobRunId(job)), ct), Say["Jobs.retried"], ct);

    public async Task<IActionResult> OnPostRunAsync(string schedule, CancellationToken ct) =>
        await DoneAsync(await mediator.Send(new BeginSchedule(schedule, ByPerson: true), ct), Say["Jobs.begun"], ct);

    public async Task<IActionResult> OnPostPauseAsync(string schedule, bool paused, CancellationToken ct) =>
        await DoneAsync(await mediator.Send(new PauseSchedule(schedule, paused), ct), Say[paused ? "Jobs.paused" : "Jobs.resumed"], ct);

    private async Task<IActionResult> DoneAsync(Result result, string notice, CancellationToken ct)
    {
        if (result.Error is { } error)
        {
            return await RefuseAsync(error, null, ct);
        }

        Notice = notice;
        return RedirectToPage("/Ops/Jobs");
    }
}
