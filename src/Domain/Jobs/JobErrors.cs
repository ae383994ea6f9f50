using WaSaas.Domain.Common;

namespace WaSaas.Domain.Jobs;

public static class JobErrors
{
    public static readonly Error NotParked = new("job_not_parked", "Only a job that was given up can be tried again.");
}
